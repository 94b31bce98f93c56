# SEGUE_ADD_CFLAGS(VARIABLE, FLAGS)
# ---------------------------------
# Appends to VARIABLE each of FLAGS that the C compiler accepts.
AC_DEFUN([SEGUE_ADD_CFLAGS],
[for segue_flag in m4_normalize([$2]); do
  segue_saved_CFLAGS=$CFLAGS
  CFLAGS="$CFLAGS -Werror $segue_flag"
  AC_MSG_CHECKING([whether $CC accepts $segue_flag])
  AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
    [AC_MSG_RESULT([yes])
     $1="$$1 $segue_flag"],
    [AC_MSG_RESULT([no])])
  CFLAGS=$segue_saved_CFLAGS
done])
