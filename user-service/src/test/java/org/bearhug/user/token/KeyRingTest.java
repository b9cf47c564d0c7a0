package org.bearhug.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One instance for all tests, since a key takes its time to make. */
@TestInstance(Lifecycle.PER_CLASS)
class KeyRingTest {

    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final Instant DUE = START.plus(KeyRing.ROTATED_AFTER);
    private static final Instant SIGNS = DUE.plus(KeyRing.PUBLISHED_BEFORE);

    private final SigningKey first = SigningKey.generate(START);
    private final SigningKey second = SigningKey.generate(SIGNS);
    private final KeyRing one = new KeyRing(List.of(first));
    private final KeyRing two = new KeyRing(List.of(first, second));

    @Test
    void an_empty_ring_needs_a_key_at_once() {
        KeyRing none = new KeyRing(List.of());

        assertThat(none.successorSignsFrom(START)).contains(START);
        assertThat(none.current(START)).isEmpty();
        assertThat(none.published(START)).isEmpty();
    }

    @Test
    void a_successor_is_due_after_a_month_and_signs_a_day_later() {
        assertThat(one.successorSignsFrom(DUE.minusSeconds(1))).isEmpty();
        assertThat(one.successorSignsFrom(DUE)).contains(SIGNS);
        assertThat(two.successorSignsFrom(DUE)).isEmpty();
        assertThat(two.successorSignsFrom(SIGNS)).isEmpty();
    }

    @Test
    void a_key_is_published_before_it_signs() {
        assertThat(two.current(SIGNS.minusSeconds(1))).contains(first);
        assertThat(two.published(SIGNS.minusSeconds(1))).containsExactly(second, first);
        assertThat(two.current(SIGNS)).contains(second);
    }

    @Test
    void a_key_is_published_until_its_last_token_has_ended() {
        Instant over = SIGNS.plus(KeyRing.PUBLISHED_AFTER);

        assertThat(two.published(over.minusSeconds(1))).containsExactly(second, first);
        assertThat(two.retired(over.minusSeconds(1))).isEmpty();
        assertThat(two.find(first.kid(), over.minusSeconds(1))).contains(first);
        assertThat(two.published(over)).containsExactly(second);
        assertThat(two.retired(over)).containsExactly(first);
        assertThat(two.find(first.kid(), over)).isEmpty();
        assertThat(KeyRing.PUBLISHED_AFTER).isGreaterThan(TokenIssuer.LIFETIME.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_ring_left_alone_for_a_year_still_signs() {
        Instant late = START.plus(Duration.ofDays(365));

        assertThat(one.current(late)).contains(first);
        assertThat(one.published(late)).containsExactly(first);
        assertThat(one.successorSignsFrom(late)).contains(late.plus(KeyRing.PUBLISHED_BEFORE));
    }

    @Test
    void a_key_is_named_by_its_thumbprint_and_tells_nothing_of_itself() {
        assertThat(first.kid()).hasSize(43).isNotEqualTo(second.kid());
        assertThat(first.toString()).isEqualTo("SigningKey[" + first.kid() + "]");
        assertThat(SigningKey.read(
                        first.kid(), first.publicKey().getEncoded(), first.privateKeyText(), first.signsFrom()))
                .isEqualTo(first);
    }
}
