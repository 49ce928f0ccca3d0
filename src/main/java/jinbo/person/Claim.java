package jinbo.person;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who somebody says to be, and with which key it can be proven.
 *
 * @param name the short name
 * @param key file of the private SSH key
 */
public record Claim(Optional<String> name, Optional<Path> key) {}
