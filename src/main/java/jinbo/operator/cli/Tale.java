package jinbo.operator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/** What a command tells line by line, in a home that it makes itself, where an operation gives one answer. */
interface Tale {

    /**
     * @return whether all came out as it should
     * @throws Exception if it cannot be told; {@link Failure} puts that into words
     */
    boolean tell(Path home, PrintWriter out, Language language) throws Exception;
}
