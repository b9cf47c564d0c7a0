/** What every service needs and none is about: problems, idempotency, event feeds, pages, tokens. */
package org.bearhug.kit;
