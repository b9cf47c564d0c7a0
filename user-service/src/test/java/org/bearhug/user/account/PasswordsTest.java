package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.bearhug.kit.Refusal;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_hash_alone() {
        String hash = passwords.hash("a fine password");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("fine");
        assertThat(passwords.matches("a fine password", hash)).isTrue();
        assertThat(passwords.matches("A fine password", hash)).isFalse();
        assertThat(passwords.hash("a fine password")).isNotEqualTo(hash);
    }

    @Test
    void nobody_has_a_password() {
        assertThat(passwords.matches("the password of nobody", null)).isFalse();
    }

    @Test
    void two_spellings_of_the_same_letters_are_one_password() {
        assertThat(passwords.matches("cafe\u0301 au lait", passwords.hash("caf\u00e9 au lait")))
                .isTrue();
    }

    @Test
    void common_passwords_are_refused_in_any_case() {
        assertThatThrownBy(() -> passwords.requireGood("PassWord123")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> passwords.requireGood("1111111111")).isInstanceOf(Refusal.class);
        passwords.requireGood("a fine password");
    }

    @Test
    void a_hash_of_another_setting_is_read_and_known_as_outdated() {
        String weak =
                "$argon2id$v=19$m=1024,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Pd1svjewQ5+aHEqYWg8LZO+xnZX46NNj6jRPZ3xks80";

        assertThat(passwords.matches("a fine password", weak)).isTrue();
        assertThat(Argon2.isOutdated(weak)).isTrue();
        assertThat(Argon2.isOutdated(passwords.hash("a fine password"))).isFalse();
    }

    @Test
    void more_work_than_can_be_done_is_refused_after_a_while_and_not_queued_for_ever() {
        var answers = Race.of(150, i -> (Callable<String>) () -> {
            try {
                return passwords.hash("a fine password").substring(0, 9);
            } catch (Refusal refusal) {
                return refusal.code();
            }
        });

        assertThat(answers).contains("$argon2id", "service-unavailable");
    }
}
