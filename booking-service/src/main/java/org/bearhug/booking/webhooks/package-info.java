/** Tells instructors' own programs what happens in their classes: endpoints, the queue of deliveries, and who delivers. */
package org.bearhug.booking.webhooks;
