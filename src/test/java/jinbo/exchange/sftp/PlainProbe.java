package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A probe that is its own name. */
class PlainProbe implements DropProbe {

    @Override
    public void make(String name, Path file) throws IOException {
        Files.writeString(file, name);
    }

    @Override
    public Optional<String> faultOf(String name, Path file) throws IOException {
        return Files.readString(file).equals(name) ? Optional.empty() : Optional.of("other text");
    }

    @Override
    public String maker() {
        return "a test";
    }
}
