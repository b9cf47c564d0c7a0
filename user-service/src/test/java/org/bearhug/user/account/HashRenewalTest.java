package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HashRenewalTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Test
    void a_hash_of_a_weaker_setting_is_renewed_at_the_next_log_in() {
        Sql sql = new Sql(database);
        Someone cara = people.carer();
        sql.change(
                "UPDATE account SET password_hash = ? WHERE id = ?",
                "$argon2id$v=19$m=1024,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Pd1svjewQ5+aHEqYWg8LZO+xnZX46NNj6jRPZ3xks80",
                cara.id());

        cara.logIn();

        assertThat(sql.<String>one("SELECT password_hash FROM account WHERE id = ?", cara.id()))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        cara.logIn();
    }
}
