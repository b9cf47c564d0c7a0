/** Passkeys: to log in by the device's own lock, without anything to remember or to steal. */
package org.bearhug.user.passkey;
