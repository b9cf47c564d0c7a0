/** Coming in: log-in, staying in by refresh tokens, going out, and the way back when the password is forgotten. */
package org.bearhug.user.login;
