/** The one front door (same origin) to the three APIs, and the pages. It knows no business and keeps nothing. */
package org.bearhug.web;
