/** Class entries: dated classes as an integration writes them, under its own ids. Made by the rules of the schedule. */
package org.bearhug.course.entry;
