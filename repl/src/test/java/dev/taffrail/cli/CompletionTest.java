package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.repl.Completions;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.session.Candidate;
import dev.taffrail.session.Completion;
import dev.taffrail.testkit.ProjectFolders;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab offers. */
class CompletionTest {
  private static ReplSession session;

  @BeforeAll
  static void open() throws UsageMistake {
    session =
        ReplCommand.session(
            List.of(ProjectFolders.root().resolve("examples").toString()),
            new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of(),
                () -> false));
    session.enter("cart = object(Deployment, \"shop\", \"cart\")");
    session.enter("fn double(n: Int) -> Int = n * 2");
  }

  private static Completion.Found found(String before) {
    return Completions.at(before.replace("⏎", "\n"), session);
  }

  private static List<String> texts(String before) {
    return found(before).candidates().stream().map(Candidate::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "cart.spec.repl | replicas",
        "cart.spec.template.spec.containers[0].ima | image",
        "cart.spec.template.spec.containers[0].image.with | within(",
        "map c in cart.spec.template.spec.containers { c.na | name",
        "policy P { target pod: Pod for each c in pod.allC | allContainers",
        "policy P {⏎  target pod: Pod⏎  for each c in pod.allContainers {⏎    forbid c.image.ta | tag",
        "policy P {⏎  target pod: Pod⏎  when pod.spec.hostNet | hostNetwork",
        "policy P {⏎  target pod: Pod⏎  let s = pod.spec.serv | serviceAccountName",
        "policy P {⏎  target pod: Pod⏎  if pod.spec.hostNet | hostNetwork",
        "policy P {⏎  target pod: Pod⏎  require all c in pod.allC | allContainers",
        "require all c in cart.spec.template.spec.containers { c.image.tag ?? c.image.dig | digest",
        "fn f(p: Pod) -> Bool = p.spec.hostNet | hostNetwork",
        "index byName of Deployment d by d.spec.repl | replicas",
        "policy P { target d: Deploy | Deployment",
        "object(Depl | Deployment",
        "object(Deployment, ^sh | shop",
        "object(Deployment, ^shop^, ^ca | cart",
        "cart.spec.template.spec.dnsPolicy == ^Clu | ClusterFirst",
        "policy P { target pod: Pod require pod.spec.restartPolicy in [^Always^, ^Ne | Never",
        "ca | cart",
        "1 + dou | double",
        "pol | policy",
        "policy P { target pod: Pod requ | require",
        "cart.spec.replicas is set an | and",
        ":ru | :run",
        ":run NoD | NoDefaultNamespace",
        ":run OurRegistries on Depl | Deployment",
        ":run OurRegistries on Deployment shop/ca | shop/cart",
        ":why Deployment shop/cart OurR | OurRegistries",
        ":why shop/ca | shop/cart",
        ":type cart.spec.repl | replicas",
        ":help wh | why",
        ":explain E010 | E0101",
        ":set col | colour",
        ":doc Ingr | Ingress",
      })
  void tabOffers(String before, String wanted) {
    List<String> offered = texts(before.replace('^', '"'));
    assertTrue(offered.contains(wanted), () -> before + " offers " + offered);
  }

  @Test
  void fieldsTellTheirTypeAndWhatUnsetMeans() {
    Candidate replicas = found("cart.spec.repl").candidates().getFirst();
    assertEquals("Int", replicas.type());
    assertTrue(replicas.words().startsWith("unset: 1"), replicas.words());
  }

  @Test
  void theCandidateTakesThePlaceOfWhatWasTyped() {
    assertEquals("cart.spec.".length(), found("cart.spec.repl").start());
    assertEquals("object(Deployment, \"".length(), found("object(Deployment, \"sh").start());
  }

  @Test
  void nothingIsOfferedInCommentsAndPlainTexts() {
    assertEquals(List.of(), texts("1 // ca"));
    assertEquals(List.of(), texts("\"ca"));
  }

  @Test
  void whatCannotBeUnderstoodOffersNothingAndDoesNotFail() {
    for (String text :
        List.of("}.", "..", "((((.", "\u0000.", "policy {{{ .", ":run \u0000", ". .")) {
      assertTrue(texts(text).size() < 1_000, text);
    }
  }
}
