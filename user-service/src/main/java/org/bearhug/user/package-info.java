/** Accounts, families, instructor profiles and API clients; the only issuer of tokens. */
package org.bearhug.user;
