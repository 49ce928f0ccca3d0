package jinbo.testing;

import java.util.Map;
import jinbo.exchange.keys.PassphraseHashing;
import jinbo.exchange.openpgp.CheaplyProtectedKeys;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes of passwords and passphrases in the formats of production, with fewer rounds: those took a twentieth of all tests. */
public final class CheapHashing {

    /** The smallest that bcrypt has. */
    private static final int STRENGTH = 4;

    private CheapHashing() {}

    public static void in(GenericApplicationContext beans) {
        beans.registerBean(
                PasswordEncoder.class,
                () -> new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH))));
        beans.registerBean(
                PassphraseHashing.class, () -> new PassphraseHashing(CheaplyProtectedKeys.FEW_ITERATIONS, 1));
    }
}
