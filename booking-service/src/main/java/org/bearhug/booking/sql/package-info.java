/** SQL that is too long to stand between lines of Java. */
package org.bearhug.booking.sql;
