package dev.taffrail.runtime.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests are read as far as their subject, and nothing that is none makes trouble. */
class CertificateRequestTest {
  private static final byte[] PEM =
      Base64.getDecoder()
          .decode(
              "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIZk1JR0dBZ0VBTUNReEV6QVJC"
                  + "Z05WQkFvTUNtUmxkbVZzYjNCbGNuTXhEVEFMQmdOVkJBTU1CR3BoYm1VdwpXVEFUQmdjcWhrak9Q"
                  + "UUlCQmdncWhrak9QUU1CQndOQ0FBVHVWaEI0eTBXTjhFOVN0VU5SQnZmV2JsRzZBNEJpCmo4VEh3"
                  + "UFp0Z1lWVmZaQkFkZ2xrSHBCT1M1VjhhZHBVWVd2N1lTNVhMbC9nNEZLbkRaVld4SVNRb0FBd0Nn"
                  + "WUkKS29aSXpqMEVBd0lEU0FBd1JRSWdJVkNKMTY3Q3Y3T0RiY3hHN0E3d1RSQlpqTFZFK1JSTkNB"
                  + "ZHh4eEJVRzRFQwpJUURJcGxvMzJYbUJ6Q3hHSG5LNjhiWWdIWC9EY1VhMnRMYXVDMjZLeDQ4dHRn"
                  + "PT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==");

  @Test
  void pemAndDer() {
    assertEquals(Optional.of("CN=jane,O=developers"), CertificateRequest.subject(PEM));
    assertEquals(Optional.of("CN=jane,O=developers"), CertificateRequest.subject(der()));
  }

  @Test
  void whatIsCutOffIsNone() {
    for (int length = 0; length < 40; length++) {
      assertEquals(Optional.empty(), CertificateRequest.subject(Arrays.copyOf(der(), length)));
    }
  }

  @Test
  void otherBytesAreNone() {
    for (String text :
        new String[] {"hello", "0", "00", "0\u0082\u00ff\u00ff0\u0084\u00ff\u00ff"}) {
      assertEquals(
          Optional.empty(), CertificateRequest.subject(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
    assertEquals(
        Optional.empty(),
        CertificateRequest.subject(
            "-----BEGIN CERTIFICATE REQUEST-----\nAA\n-----END CERTIFICATE REQUEST-----"
                .getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] der() {
    String text = new String(PEM, StandardCharsets.US_ASCII);
    return Base64.getMimeDecoder()
        .decode(text.replaceAll("-----[A-Z ]*-----", "").replace("\n", ""));
  }
}
