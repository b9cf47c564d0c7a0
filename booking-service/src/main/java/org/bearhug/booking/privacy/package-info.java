/** What this service holds on a person, for user-service alone to ask; and what it did when the person was erased. */
package org.bearhug.booking.privacy;
