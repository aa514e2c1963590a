#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/bn.h>
#include <openssl/rsa.h>
#include <openssl/ec.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/err.h>

// The macro is a sum of casts, which Swift does not import.
static const int copenssl_public_key = EVP_PKEY_PUBLIC_KEY;
