package jinbo.consumer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Draws the codes that are sent, each of a million as likely. */
@Component
class CodeGenerator {

    private static final int ALL = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    private final SecureRandom random = new SecureRandom();

    String draw() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(ALL));
    }

    static boolean isCode(String typed) {
        return SHAPE.matcher(typed).matches();
    }
}
