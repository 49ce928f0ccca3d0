package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jinbo.testing.AttackTable;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.Test;

/** Opens two gibibytes of clear text in a few megabytes with a heap of 256 MB. */
class DecompressionBombIT {

    private static final int MOST_BY_RATIO = 64;
    private static final int MOST_BY_SIZE = 2048;

    @Test
    void areRefusedWithinTheirLimits() throws Exception {
        List<String> lines = linesOf(new ProcessBuilder(
                        TestJvm.executable(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecompressionBombProgram.class.getName())
                .redirectErrorStream(true));

        assertThat(lines).hasSize(3);
        isRefused(lines.get(0), "times its compressed size", MOST_BY_RATIO);
        isRefused(lines.get(1), "times its compressed size", MOST_BY_RATIO);
        isRefused(lines.get(2), "content is larger than", MOST_BY_SIZE);
    }

    private static void isRefused(String line, String detail, int mostMebibytes) {
        assertThat(line).matches("[^|]+\\|[^|]+\\|[^|]*\\|\\d+");
        String[] fields = line.split("\\|");
        String seen = fields[2].contains(detail) ? detail : fields[2];
        AttackTable.row(
                "limits: " + fields[0] + ", heap of 256 MB",
                EnvelopeFault.TOO_LARGE + ": " + detail,
                fields[1] + ": " + seen);
        assertThat(Integer.parseInt(fields[3]))
                .as("mebibytes that were expanded")
                .isLessThanOrEqualTo(mostMebibytes);
    }

    private static List<String> linesOf(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        try (var output = process.getInputStream()) {
            List<String> lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).as(() -> String.join("\n", lines)).isZero();
            return lines;
        }
    }
}
