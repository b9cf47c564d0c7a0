/** Who people are: registering, confirming an address, passwords, and what a person may change of it. */
package org.bearhug.user.account;
