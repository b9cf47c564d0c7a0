/** Benchmarks: each row of the table is a ratio to a limit or a peer that was measured in the same run, taking turns. */
package org.bearhug.bench;
