/** How a service looks for work that lies in its database, over and over. */
package org.bearhug.rounds;
