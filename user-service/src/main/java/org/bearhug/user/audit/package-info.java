/** The audit trail: who did what to whom and when, in ids alone. */
package org.bearhug.user.audit;
