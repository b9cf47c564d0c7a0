package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTest {

    private static final String ALL = "meeting:write:meeting meeting:read:meeting meeting:update:meeting"
            + " meeting:delete:meeting meeting:read:list_meetings meeting:write:registrant meeting:delete:registrant"
            + " meeting:read:list_past_participants";

    @Test
    void an_app_of_a_user_needs_them_plain_and_one_of_the_account_as_admin() {
        String asAdmin = ALL.replaceAll("(?= |$)", ":admin");

        assertThat(Scopes.missing(ALL, false)).isEmpty();
        assertThat(Scopes.missing(asAdmin, true)).isEmpty();
        assertThat(Scopes.missing(ALL, true)).hasSize(8).contains("meeting:write:meeting:admin");
        assertThat(Scopes.missing(asAdmin, false)).hasSize(8);
    }

    @Test
    void the_older_names_do_as_well() {
        assertThat(Scopes.missing("user:read meeting:write  meeting:read", false))
                .isEmpty();
        assertThat(Scopes.missing("meeting:write:admin", true))
                .containsExactly(
                        "meeting:read:meeting:admin",
                        "meeting:read:list_meetings:admin",
                        "meeting:read:list_past_participants:admin");
    }

    @Test
    void nothing_is_missed_as_long_as_zoom_has_not_said() {
        assertThat(Scopes.missing("", true)).isEmpty();
    }
}
