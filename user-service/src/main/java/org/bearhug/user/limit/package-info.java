/** How often something may be tried, and how callers are told of it. */
package org.bearhug.user.limit;
