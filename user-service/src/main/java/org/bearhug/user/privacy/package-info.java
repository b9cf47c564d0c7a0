/** What a person may ask of us under the law: a copy of everything, and to be forgotten. */
package org.bearhug.user.privacy;
