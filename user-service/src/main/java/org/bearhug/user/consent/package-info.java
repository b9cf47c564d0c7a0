/** What people allow beyond what the service needs, each with its history. */
package org.bearhug.user.consent;
