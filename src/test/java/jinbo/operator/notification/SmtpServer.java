package jinbo.operator.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on loopback: SMTP with STARTTLS and AUTH PLAIN, with configurable answers. */
public final class SmtpServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Optional<SSLContext> tls;
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> mails = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private SmtpServer(Optional<SSLContext> tls) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.tls = tls;
        Thread accepting = new Thread(this::accept, "smtp");
        accepting.setDaemon(true);
        accepting.start();
    }

    public static SmtpServer inClear() throws IOException {
        return new SmtpServer(Optional.empty());
    }

    public static SmtpServer withTls(SSLContext tls) throws IOException {
        return new SmtpServer(Optional.of(tls));
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The commands of clients without the mails, with the prefix {@code TLS } on an encrypted connection. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** The mails as received. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    /** Sets the answer to a command; an empty answer closes the connection. */
    public void answer(String verb, String answer) {
        answers.put(verb, answer);
    }

    /** Removes all configured answers. */
    public void behave() {
        answers.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket client = listening.accept()) {
                new Line(client).talk();
            } catch (IOException gone) {
                // the client has closed the connection, or the test is over
            }
        }
    }

    private final class Line {

        private Socket socket;
        private BufferedReader in;

        Line(Socket socket) throws IOException {
            use(socket);
        }

        private void use(Socket next) throws IOException {
            socket = next;
            in = new BufferedReader(new InputStreamReader(next.getInputStream(), StandardCharsets.UTF_8));
        }

        void talk() throws IOException {
            say("220 ready");
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                commands.add((socket instanceof SSLSocket ? "TLS " : "") + command);
                String verb = command.split("[ :]")[0].toUpperCase(Locale.ROOT);
                String answer = answers.getOrDefault(verb, usual(verb));
                if (answer.isEmpty()) {
                    return;
                }
                say(answer);
                if (answer.startsWith("354")) {
                    mails.add(mail());
                    say("250 taken");
                } else if (verb.equals("STARTTLS") && answer.startsWith("220")) {
                    use(encrypted());
                } else if (verb.equals("QUIT")) {
                    return;
                }
            }
        }

        private String usual(String verb) {
            return switch (verb) {
                case "EHLO" ->
                    "250-here\r\n" + (tls.isPresent() && !(socket instanceof SSLSocket) ? "250-STARTTLS\r\n" : "")
                            + "250 AUTH PLAIN";
                case "STARTTLS" -> tls.isPresent() ? "220 go on" : "502 what?";
                case "AUTH" -> "235 welcome";
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 yes";
            };
        }

        private Socket encrypted() throws IOException {
            SSLSocket secure = (SSLSocket)
                    tls.orElseThrow().getSocketFactory().createSocket(socket, null, socket.getPort(), false);
            secure.setUseClientMode(false);
            return secure;
        }

        private String mail() throws IOException {
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new UncheckedIOException(new IOException("The mail has no end"));
                }
                mail.append(line).append('\n');
            }
            return mail.toString();
        }

        private void say(String answer) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
