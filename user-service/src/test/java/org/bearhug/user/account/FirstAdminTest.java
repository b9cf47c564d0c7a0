package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FirstAdminTest {

    @Inject
    FirstAdmin firstAdmin;

    @Inject
    Accounts accounts;

    @Inject
    Authentication authentication;

    @Inject
    DataSource database;

    @Inject
    People people;

    @Test
    void instances_that_start_at_once_make_one_admin() {
        String address = People.address();

        Race.of(4, i -> (Callable<Boolean>) () -> {
            firstAdmin.ensure(address, "a fine password");
            return true;
        });

        assertThat(authentication
                        .authenticate(address, "a fine password")
                        .account()
                        .role())
                .isEqualTo(Role.ADMIN);
        assertThat(new Sql(database).rows("SELECT id FROM outbox WHERE payload->>'email' = ?", address))
                .hasSize(1);
    }

    @Test
    void an_admin_keeps_the_password_of_their_choice() {
        String address = People.address();
        firstAdmin.ensure(address, "a fine password");

        firstAdmin.ensure(address, "another password");

        assertThat(authentication
                        .authenticate(address, "a fine password")
                        .account()
                        .role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void nobody_becomes_an_admin_by_the_way() {
        Someone cara = people.carer();

        firstAdmin.ensure(cara.email(), "another password");

        assertThat(authentication
                        .authenticate(cara.email(), Someone.PASSWORD)
                        .account()
                        .role())
                .isEqualTo(Role.CARER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "ADDRESS", ""})
    void a_password_that_would_be_refused_of_others_is_refused_of_the_admin(String password) {
        String address = People.address();
        String secret = password.replace("ADDRESS", "my " + address);

        assertThatThrownBy(() -> firstAdmin.ensure(address, secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BEARHUG_ADMIN_PASSWORD")
                .message()
                .doesNotContain(address);

        assertThat(accounts.find(address)).isEmpty();
    }

    @Test
    void the_password_of_an_admin_who_is_there_is_not_looked_at() {
        String address = People.address();
        firstAdmin.ensure(address, "a fine password");

        firstAdmin.ensure(address, "short");

        assertThat(authentication
                        .authenticate(address, "a fine password")
                        .account()
                        .role())
                .isEqualTo(Role.ADMIN);
    }
}
