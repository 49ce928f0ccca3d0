package jinbo.operator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jinbo.demo.Demo;
import jinbo.demo.OpenDemoPage;
import jinbo.operator.answer.Language;
import jinbo.operator.cli.Serve.ServeStarted;
import jinbo.platform.http.WebPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: shows one cycle of the exchange in a new home, and then serves the home on the demo's clock. */
@Command(name = "demo")
final class RunDemo {

    private static final Map<String, Integer> PORTS = Map.of("jinbo.portal.port", 8088, "jinbo.console.port", 8090);

    @Option(names = "--once")
    private boolean once;

    boolean isOver() {
        return once;
    }

    boolean run(Path home, PrintWriter out, Language language) throws IOException {
        return new Demo(home, out, language.locale()).run(!once);
    }

    /** Returns the settings for serving the demo, with free ports instead of occupied ones. */
    static Map<String, String> serving(Map<String, String> settings) {
        Map<String, String> serving = new HashMap<>(settings);
        serving.put("jinbo.clock", "");
        PORTS.forEach((name, port) -> {
            if (!isFree(port)) {
                serving.putIfAbsent(name, "0");
            }
        });
        return serving;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    Object serve(Installation installation, PrintWriter out, Language language) throws Exception {
        Demo demo = new Demo(installation.home(), out, language.locale());
        AtomicReference<WebPort> page = new AtomicReference<>(new WebPort.Unwanted());
        installation.onInterimAnswer(answer -> {
            ServeStarted started = (ServeStarted) answer;
            page.set(demo.guide(
                    installation.get(OpenDemoPage.class),
                    started.portal().orElse("-"),
                    started.console().orElse("-")));
        });
        try {
            return new Serve().answer(installation);
        } finally {
            page.get().close();
        }
    }
}
