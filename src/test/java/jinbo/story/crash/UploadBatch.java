package jinbo.story.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jinbo.testing.LandlineRows;
import jinbo.testing.TestExchange;

/**
 * What the three insurers drop at one time: sound files, one that is partly bad, one that will be held, one that a foreign
 * key signed, a nil report, one with an invalid name. A lot is sealed once, so that it is the same bytes wherever it is
 * dropped.
 *
 * @param files in no particular order
 */
record UploadBatch(List<Sealed> files) {

    private static final String HEADER = "mobile,complaint,complained_on,consent,scope,term\r\n";

    /**
     * A file of a lot.
     *
     * @param insurer whose drop it lies on
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(String insurer, String name, byte[] bytes) {}

    /**
     * Seals a lot.
     *
     * @param number of the lot, 0 to 9; no two lots share a file name or content, but all of them name the same consumers
     *     now and then
     * @param day as it stands in file names
     */
    static UploadBatch sealed(TestExchange exchange, int number, String day) {
        String complainedOn = day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
        long first = 13810100000L + 1000L * number;
        List<Sealed> files = new ArrayList<>();
        add(files, exchange, "YUNHE", day, number, 1, rows(complainedOn, "ALL,2Y", first, first + 2, first + 4));
        add(
                files,
                exchange,
                "YUNHE",
                day,
                number,
                2,
                rows(complainedOn, "ALL,2Y", first + 20, first + 22, first + 20, 13810190000L)
                        + "010-65551234,TELEMARKETING," + complainedOn + ",,,\r\n");
        files.add(nilReport(exchange, day, number));
        // consumers whom YUNHE has named too, for the uploader alone: its interval and that of the line become one
        add(
                files,
                exchange,
                "CHANGQING",
                day,
                number,
                1,
                rows(complainedOn, "SELF,6M", first, first + 30, 13810190000L));
        add(files, exchange, "CHANGQING", day, number, 2, mostlyBad(complainedOn, first + 40));
        add(files, exchange, "BEIDOU", day, number, 1, rows(complainedOn, "ALL,2Y", first + 50, first + 2));
        String foreign = name("BEIDOU", day, number, 2);
        byte[] content = (HEADER + rows(complainedOn, "ALL,2Y", first + 60)).getBytes(StandardCharsets.UTF_8);
        files.add(new Sealed("BEIDOU", foreign, exchange.seal(TestExchange.secretOf("YUNHE"), foreign, content)));
        String invalid = "list-" + number + ".csv.pgp";
        files.add(new Sealed("BEIDOU", invalid, exchange.seal(TestExchange.secretOf("BEIDOU"), invalid, content)));
        return new UploadBatch(List.copyOf(files));
    }

    /** A file for CHANGQING that will be held: two good rows and eleven landlines. */
    static Sealed toBeHeld(TestExchange exchange, String day, int number) {
        String complainedOn = day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
        List<Sealed> one = new ArrayList<>();
        add(one, exchange, "CHANGQING", day, 9, number, mostlyBad(complainedOn, 13810180000L + 10 * number));
        return one.get(0);
    }

    /** The insurers drop the lot, as the contract says: under another name until a file is whole. */
    void dropInto(Path home) throws IOException {
        for (Sealed file : files) {
            Path upload = home.resolve("drops").resolve(file.insurer()).resolve("upload");
            Path draft = Files.write(upload.resolve(file.name() + ".part"), file.bytes());
            Files.move(draft, upload.resolve(file.name()));
        }
    }

    /** Its header differs from lot to lot, because the same content sent again has been received already. */
    private static Sealed nilReport(TestExchange exchange, String day, int number) {
        String columns = "mobile,complaint,complained_on" + (number % 2 == 0 ? ",consent" : ",scope");
        String name = name("YUNHE", day, number, 3);
        byte[] content = (columns + "\r\n").getBytes(StandardCharsets.UTF_8);
        return new Sealed("YUNHE", name, exchange.seal(TestExchange.secretOf("YUNHE"), name, content));
    }

    private static void add(
            List<Sealed> files, TestExchange exchange, String insurer, String day, int lot, int number, String rows) {
        String name = name(insurer, day, lot, number);
        byte[] content = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        files.add(new Sealed(insurer, name, exchange.seal(TestExchange.secretOf(insurer), name, content)));
    }

    private static String name(String insurer, String day, int lot, int number) {
        return "complaints-%s-%s-%d%02d.csv.pgp".formatted(insurer, day, lot, number);
    }

    private static String mostlyBad(String day, long first) {
        return rows(day, "ALL,2Y", first, first + 3) + LandlineRows.of(11, ",TELEMARKETING," + day + ",,,\r\n");
    }

    private static String rows(String day, String scopeAndTerm, long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> number + ",TELEMARKETING," + day + ",," + scopeAndTerm + "\r\n")
                .collect(Collectors.joining());
    }
}
