package jinbo.consumer;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores proofs: a browser with the token of a proof may act as the holder of a number for some minutes. */
@Component
record NumberProofs(JdbcClient jdbc, NumberHashes subjects, ConsumerSettings settings, Clock clock) {

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    ProvenNumber begin(Mobile mobile, String subject) {
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        jdbc.sql("insert into number_proof (token, subject, expires_at) values (?, ?, ?)")
                .params(
                        hash(token),
                        subject,
                        clock.instant().plus(settings.proofLasts()).atOffset(ZoneOffset.UTC))
                .update();
        return new ProvenNumber(mobile, token);
    }

    /** @throws NoProofException if the number is not proven, or the proof has expired */
    Mobile require(ProvenNumber number) {
        Optional<String> subject = jdbc.sql("select subject from number_proof where token = ? and expires_at > ?")
                .params(hash(number.token()), clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
        if (subject.isEmpty() || !subjects.isOf(subject.get(), number.mobile())) {
            throw new NoProofException();
        }
        return number.mobile();
    }

    void end(ProvenNumber number) {
        jdbc.sql("delete from number_proof where token = ?")
                .param(hash(number.token()))
                .update();
    }

    void deleteExpired(Instant time) {
        jdbc.sql("delete from number_proof where expires_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] hash(String token) {
        return Sha256.start().digest(token.getBytes(StandardCharsets.US_ASCII));
    }
}
