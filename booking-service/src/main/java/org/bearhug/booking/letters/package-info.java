/** Letters to carers and instructors: written with their reason, sent after it is committed. */
package org.bearhug.booking.letters;
