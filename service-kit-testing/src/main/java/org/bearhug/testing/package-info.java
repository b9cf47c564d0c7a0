/** What every service's tests need: a real PostgreSQL, tokens, feeds, races, a clock, named people. */
package org.bearhug.testing;
