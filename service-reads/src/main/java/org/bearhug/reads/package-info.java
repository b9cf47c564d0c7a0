/** Public answers kept ready as bytes, and dropped as soon as a fact changes them. */
package org.bearhug.reads;
