/** The whole platform on one machine: PostgreSQL, a mailbox, the services and the front door. */
package org.bearhug.launcher;
