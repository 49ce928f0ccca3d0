package jinbo.platform.home;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import jinbo.testing.TestJvm;

/** Another Java process that opens a home's database and executes commands from its input. */
final class DatabaseUserProgram implements AutoCloseable {

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private DatabaseUserProgram(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns when the database is open. */
    static DatabaseUserProgram open(Path home) throws IOException {
        DatabaseUserProgram other =
                new DatabaseUserProgram(TestJvm.process(DatabaseUserProgram.class.getName(), home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
        other.awaitAnswer("open");
        return other;
    }

    void execute(String sql) throws IOException {
        order(sql);
        awaitAnswer("done");
    }

    void end() throws IOException, InterruptedException {
        order("end");
        awaitAnswer("closed");
        process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void order(String line) throws IOException {
        orders.write(line);
        orders.newLine();
        orders.flush();
    }

    private void awaitAnswer(String expected) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.equals("> " + expected)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("The other process ended instead of answering \"" + expected + "\"");
        }
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.open(new Home(Path.of(arguments[0])).create());
        DatabaseAddress address = database.superuser();
        System.out.println("> open");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null && !order.equals("end"); order = orders.readLine()) {
            try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                    var statement = connection.createStatement()) {
                statement.execute(order);
            }
            System.out.println("> done");
        }
        database.close();
        System.out.println("> closed");
    }
}
