/** What the played systems beside Bearhug have in common. */
package org.bearhug.fakes;
