package org.bearhug.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** How long a token is believed without being checked again. */
class CheckedTokensTest {

    private static final Instant ISSUED = Instant.parse("2031-03-03T10:00:00Z");

    private Instant now = ISSUED;
    private int checks;
    private boolean believed = true;
    private boolean published = true;
    private final JWTAuthContextInfo rules = rules(900);
    private final Caller.CheckedTokens tokens = new Caller.CheckedTokens(new Checks(), new Watch());

    private final class Watch extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Counts, and finds every token good that says until when it lives. */
    private final class Checks extends Caller.CheckedTokens.PublishedKeys {
        @Override
        Caller.CheckedTokens.Signed check(String token, JWTAuthContextInfo by) throws ParseException {
            checks++;
            if (!believed) {
                throw new ParseException("not any more");
            }
            JwtClaims claims = new JwtClaims();
            claims.setIssuedAt(NumericDate.fromSeconds(ISSUED.getEpochSecond()));
            claims.setExpirationTime(NumericDate.fromSeconds(ISSUED.getEpochSecond() + Long.parseLong(token)));
            return new Caller.CheckedTokens.Signed(new DefaultJWTCallerPrincipal(claims), null, null);
        }

        @Override
        boolean stillHave(Caller.CheckedTokens.Signed signed, JWTAuthContextInfo by) {
            return published;
        }
    }

    private static JWTAuthContextInfo rules(long age) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo();
        rules.setTokenAge(age);
        return rules;
    }

    @Test
    void it_is_checked_once_a_minute() throws ParseException {
        tokens.parse("900", rules);
        now = ISSUED.plusSeconds(59);
        tokens.parse("900", rules);
        assertThat(checks).isEqualTo(1);

        now = ISSUED.plusSeconds(60);
        tokens.parse("900", rules);
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void after_its_end_or_too_old_it_is_not_believed() throws ParseException {
        JWTAuthContextInfo strict = rules(20);
        tokens.parse("30", rules);
        tokens.parse("900", strict);
        believed = false;

        now = ISSUED.plusSeconds(29);
        tokens.parse("30", rules);
        assertThatThrownBy(() -> tokens.parse("900", strict)).isInstanceOf(ParseException.class);
        now = ISSUED.plusSeconds(30);
        assertThatThrownBy(() -> tokens.parse("30", rules)).isInstanceOf(ParseException.class);
    }

    @Test
    void by_other_rules_and_with_one_letter_changed_it_is_checked_anew() throws ParseException {
        tokens.parse("900", rules);
        believed = false;

        assertThatThrownBy(() -> tokens.parse("900", rules(900))).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> tokens.parse("901", rules)).isInstanceOf(ParseException.class);
    }

    @Test
    void when_its_key_is_published_no_more_it_is_checked_anew() throws ParseException {
        tokens.parse("900", rules);
        published = false;
        believed = false;
        assertThatThrownBy(() -> tokens.parse("900", rules)).isInstanceOf(ParseException.class);

        published = true;
        assertThatThrownBy(() -> tokens.parse("900", rules)).isInstanceOf(ParseException.class);
        assertThat(checks).isEqualTo(3);
    }

    @Test
    void what_was_refused_is_not_remembered() throws ParseException {
        believed = false;
        assertThatThrownBy(() -> tokens.parse("900", rules)).isInstanceOf(ParseException.class);

        believed = true;
        assertThat(tokens.parse("900", rules)).isNotNull();
    }
}
