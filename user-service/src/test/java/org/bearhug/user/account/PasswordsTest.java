package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bearhug.kit.Refusal;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PassWord123",
                "qwertyuiop",
                "!Sunshine2026",
                "p4ssw0rd!!!!",
                "1111111111",
                "ababababab",
                "abcabcabcabc",
                "hugs-hugs-hugs-",
                "abcdefghijkl",
                "zyxwvutsrqpo",
                "bearhug123"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThatThrownBy(() -> passwords.requireGood(password, "cara@bearhug.test"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Many people");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Cara.Lind@bearhug.test!", "my name is Cara.Lind", "cara.lind+baby@bearhug.test", "xxcara.lindyy"
            })
    void a_password_that_holds_the_address_is_refused(String password) {
        assertThatThrownBy(() -> passwords.requireGood(password, "cara.lind+baby@bearhug.test"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a fine password",
                "correct horse battery",
                "bearhug-demo-1",
                "Wiegenlied um drei",
                "日本語のとても長い合言葉",
                "x7!kfe0a.b",
                "ann likes trains"
            })
    void any_other_is_welcome(String password) {
        passwords.requireGood(password, "ann@bearhug.test");
    }

    @Test
    void the_list_is_long_and_as_it_is_compared() {
        List<String> list = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(Passwords.class.getResourceAsStream("/common-passwords.txt")),
                        StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(list).hasSizeGreaterThan(10_000).doesNotHaveDuplicates();
        assertThat(list).allMatch(line -> line.equals(line.toLowerCase(Locale.ROOT)) && line.equals(line.strip()));
        assertThat(list.stream().filter(line -> line.length() >= Passwords.SHORTEST))
                .hasSizeGreaterThan(1_500);
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
    void both_ways_to_hash_give_the_same() {
        byte[] salt = "a salt of 16 by.".getBytes(StandardCharsets.UTF_8);
        byte[] password = "a fine password".getBytes(StandardCharsets.UTF_8);

        String inJava =
                Base64.getEncoder().withoutPadding().encodeToString(Argon2.inJava(password, salt, 1024, 1, 1, 32));

        String phc = "$argon2id$v=19$m=1024,t=1,p=1$"
                + Base64.getEncoder().withoutPadding().encodeToString(salt) + "$";
        assertThat(Argon2.matches("a fine password", phc + inJava)).isTrue();
        assertThat(Argon2.matches("A fine password", phc + inJava)).isFalse();
    }

    @Test
    void more_work_than_can_be_done_is_refused_after_a_while_and_not_queued_for_ever() {
        var answers = Race.of(250 * HashingTurns.AT_ONCE, i -> (Callable<String>) () -> {
            try {
                return passwords.hash("a fine password").substring(0, 9);
            } catch (Refusal refusal) {
                return refusal.code();
            }
        });

        assertThat(answers).contains("$argon2id", "service-unavailable");
    }
}
