/** Children, as their carers tell of them. */
package org.bearhug.user.family;
