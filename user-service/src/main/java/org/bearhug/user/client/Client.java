package org.bearhug.user.client;

import java.util.List;

/**
 * A program that has proved who it is.
 *
 * @param subject for whom it acts: an account, or itself
 * @param scopes what it may do at most
 * @param approved whether the account may publish; false for a service
 */
record Client(String subject, String id, List<String> scopes, boolean approved) {}
