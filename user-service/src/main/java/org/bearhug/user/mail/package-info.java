/** Letters: written with their reason, sent after it is committed. */
package org.bearhug.user.mail;
