/** What is taught, when, for whom and at what price. */
package org.bearhug.course;
