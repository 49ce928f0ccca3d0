package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import jinbo.batch.Drops;
import jinbo.platform.net.TrustedCertificates;
import jinbo.testing.ExternalProgram;
import jinbo.testing.JinboProcess;
import jinbo.testing.NightlyRun;
import jinbo.testing.ServerCertificate;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What scanners of other people say of our servers: {@code ssh-audit}, {@code testssl} and {@code slowhttptest}, in the nightly run.
 * What they must say lies beside this class's resources, a file for each.
 */
class ScannersIT {

    private static final Pattern URL =
            Pattern.compile("(Health|Console|Pages for consumers).* (https://[0-9.:]+)(?= |/|$)");
    private static final int SECONDS = 20;

    @TempDir
    private static Path folder;

    private static final Map<String, URI> URLS = new LinkedHashMap<>();

    private static SSLContext tls;
    private static Process serve;

    @BeforeAll
    static void serve() throws Exception {
        assumeTrue(NightlyRun.isOn(), "belongs to the nightly run");
        NightlyRun.assumePartOf(8);
        ServerCertificate certificate =
                ServerCertificate.of("ip:127.0.0.1", Files.createDirectory(folder.resolve("certificate")));
        tls = new TrustedCertificates("test", Optional.of(certificate.file())).context();
        JinboProcess program = JinboProcess.over(folder.resolve("home"), TestDatabase.freshUrl());
        for (String port : List.of("PORTAL", "CONSOLE", "MONITORING")) {
            program = program.with("JINBO_" + port + "_PORT", "0")
                    .with("JINBO_" + port + "_CERTIFICATE", certificate.file().toString())
                    .with("JINBO_" + port + "_PRIVATE_KEY", certificate.key().toString());
        }
        ProcessBuilder typed = new ProcessBuilder(program.command("serve")).redirectErrorStream(true);
        typed.environment().putAll(program.variables());
        serve = typed.start();
        BufferedReader told = serve.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        while (URLS.size() < 3) {
            String line = told.readLine();
            assertThat(line).as(all.toString()).isNotNull();
            all.append(line).append('\n');
            Matcher url = URL.matcher(line);
            if (url.find()) {
                URLS.put(url.group(1), URI.create(url.group(2)));
            }
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (serve != null) {
            serve.destroy();
            if (!serve.waitFor(30, TimeUnit.SECONDS)) {
                serve.destroyForcibly();
            }
        }
    }

    @Test
    void sshAuditFindsNothingButWhatIsKnown() throws IOException {
        Path sshAudit = ExternalProgram.required("ssh-audit");
        try (TestExchange exchange =
                TestExchange.start(folder.resolve("exchange"), new SettableClock("2026-11-24T09:00:00+08:00"))) {
            int port = exchange.bean(Drops.class).embeddedServer().port();
            Shell.Answer answer = new Shell(folder, Map.of())
                    .run(
                            sshAudit.toString(),
                            "--no-colors",
                            "--batch",
                            "--skip-rate-test",
                            "--level=warn",
                            "--port=" + port,
                            "127.0.0.1");

            assertThat(answer.out()
                            .lines()
                            .filter(line -> line.contains("[fail]") || line.contains("[warn]"))
                            .toList())
                    .as(answer.err())
                    .containsExactlyElementsOf(expected("ssh-audit.txt"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pages for consumers", "Console", "Health"})
    void testsslFindsWhatIsKnown(String name) throws IOException {
        Path testssl = ExternalProgram.required("testssl");
        Path found = folder.resolve(name + ".json");

        Shell.Answer answer = new Shell(folder, Map.of())
                .run(
                        testssl.toString(),
                        "--quiet",
                        "--color=0",
                        "--warnings=off",
                        "--ip=one",
                        "--protocols",
                        "--server-preference",
                        "--fs",
                        "--vulnerable",
                        "--jsonfile=" + found,
                        URLS.get(name).toString());

        List<String> findings = StreamSupport.stream(
                        JsonMapper.shared().readTree(Files.readString(found)).spliterator(), false)
                .filter(finding -> !finding.get("severity").asString().equals("INFO"))
                // of the OpenSSL of this machine, not of the server
                .filter(finding -> !finding.get("id").asString().equals("engine_problem"))
                .map(ScannersIT::line)
                .toList();
        assertThat(findings).as(answer.out()).containsExactlyElementsOf(expected("testssl.txt"));
    }

    /** 300 connections that send or read a few bytes in seconds; somebody at another address opens a page meanwhile. */
    @ParameterizedTest
    @CsvSource({
        "Pages for consumers, /privacy, slow heads, -H",
        "Pages for consumers, /privacy, slow bodies, -B",
        "Pages for consumers, /privacy, slow reading, -X",
        "Console, /sign-in, slow heads, -H",
        "Console, /sign-in, slow bodies, -B",
        "Console, /sign-in, slow reading, -X",
    })
    void slowhttptestKeepsNobodyOut(String name, String page, String attack, String option) throws Exception {
        Path slow = ExternalProgram.required("slowhttptest");
        Process attacker = new ProcessBuilder(
                        slow.toString(),
                        option,
                        "-c",
                        "300",
                        "-r",
                        "100",
                        "-i",
                        "3",
                        "-l",
                        "" + SECONDS,
                        "-x",
                        "8",
                        "-u",
                        URLS.get(name) + page)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slow.txt").toFile())
                .start();
        List<String> failures = new ArrayList<>();
        int tries = 0;
        try {
            while (!attacker.waitFor(1, TimeUnit.SECONDS)) {
                tries++;
                try {
                    assertThat(get(URLS.get(name), page)).startsWith("HTTP/1.1 200");
                } catch (IOException | AssertionError e) {
                    failures.add(e.getClass().getSimpleName());
                }
            }
        } finally {
            attacker.destroyForcibly();
        }

        assertThat(tries).isPositive();
        assertThat(expected("slowhttptest.txt"))
                .as("failures of %s tries: %s", tries, failures)
                .contains(name + ", " + attack + ": "
                        + (failures.isEmpty() ? "every page was served within 5 seconds" : "pages were not served"));
    }

    private static String line(JsonNode finding) {
        String id = finding.get("id").asString();
        String cipher = id.startsWith("cipher-")
                ? " " + finding.get("finding").asString().replaceAll(".* ", "")
                : "";
        return id + cipher + ": " + finding.get("severity").asString();
    }

    /** The first line of the answer to somebody at another address of this machine. */
    private static String get(URI url, String page) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 5_000);
            socket.setSoTimeout(5_000);
            try (SSLSocket encrypted =
                    (SSLSocket) tls.getSocketFactory().createSocket(socket, url.getHost(), url.getPort(), true)) {
                encrypted
                        .getOutputStream()
                        .write(("GET " + page + " HTTP/1.1\r\nHost: " + url.getAuthority()
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                return new String(encrypted.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            }
        }
    }

    private static List<String> expected(String file) throws IOException {
        try (InputStream in = ScannersIT.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
