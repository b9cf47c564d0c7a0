/** What user-service says of carers and children, as far as booking a class needs it. */
package org.bearhug.booking.families;
