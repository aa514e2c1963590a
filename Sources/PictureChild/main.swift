import Pictures

PictureChildMain.run()
