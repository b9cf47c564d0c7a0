/** What anybody may know of an instructor. */
package org.bearhug.user.profile;
