/** Work that lets those who are logged in go first. */
package org.bearhug.user.background;
