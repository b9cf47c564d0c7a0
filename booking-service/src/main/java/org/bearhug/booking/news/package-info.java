/** What carers are told of their classes without asking, each in a letter. */
package org.bearhug.booking.news;
