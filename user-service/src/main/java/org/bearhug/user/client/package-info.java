/** Programs that act for instructors or are parts of the platform, and the token endpoint that serves them. */
package org.bearhug.user.client;
