/** Letters that lie sealed in a service's own table and are sent at least once; what they say is each service's matter. */
package org.bearhug.letters;
