/** Random texts that open something to whoever holds them. */
package org.bearhug.user.secret;
