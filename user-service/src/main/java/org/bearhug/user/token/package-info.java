/** Access tokens: the keys that sign them, writing them, and believing in those we wrote. */
package org.bearhug.user.token;
